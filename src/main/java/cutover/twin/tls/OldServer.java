package cutover.twin.tls;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A server of the time before TLS 1.2, as far as its first answer: hello, certificates, key exchange, done (RFC 2246, 7.4;
 * RFC 8422 for the curve). This JVM's settings forbid those versions to all who live in it, so nothing follows: who goes
 * on is sent an alert. That is enough to see which version a server chooses and which certificates it shows.
 */
public final class OldServer {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int FATAL = 2;
    private static final int HANDSHAKE_FAILURE = 40;
    private static final int ECDHE_ECDSA_AES_128_CBC_SHA = 0xc009;
    private static final int RSA_AES_128_CBC_SHA = 0x002f;
    private static final int RENEGOTIATION_SIGNAL = 0x00ff;
    private static final int RENEGOTIATION_INFO = 0xff01;
    private static final int NAMED_CURVE = 3;
    private static final int P_256 = 23;
    private static final int POINT_BYTES = 65;
    private static final int RANDOM_BYTES = 32;

    private final Versions versions;
    private final Identity identity;

    public OldServer(Versions versions, Identity identity) {
        this.versions = versions;
        this.identity = identity;
    }

    /** True when more bytes must come before it is known whose the connection is. */
    public boolean waits(ByteBuffer heard) {
        return ClientHello.cutOff(heard);
    }

    /** What it answers to these first bytes of a connection; empty when they are not for it. */
    public Optional<Answer> answer(ByteBuffer heard) {
        return ClientHello.read(heard).flatMap(hello -> versions.oldFor(hello).map(version -> answer(hello, version)));
    }

    private Answer answer(ClientHello hello, Version version) {
        byte[] goodbye = goodbye(version);
        return new Answer(flight(hello, version).orElse(goodbye), goodbye);
    }

    private static byte[] goodbye(Version version) {
        return record(ALERT, version, new Bytes().one(FATAL).one(HANDSHAKE_FAILURE));
    }

    private static byte[] record(int type, Version version, Bytes content) {
        return new Bytes().one(type).two(version.number()).sized(2, content).array();
    }

    // empty when the client has no cipher of the key's kind
    private Optional<byte[]> flight(ClientHello hello, Version version) {
        PrivateKey key = identity.key();
        boolean rsa = key instanceof RSAPrivateKey;
        int cipher = rsa ? RSA_AES_128_CBC_SHA : ECDHE_ECDSA_AES_128_CBC_SHA;
        if (!hello.ciphers().contains(cipher)) {
            return Optional.empty();
        }
        byte[] random = random();
        Bytes flight = message(2, hello(version, random, cipher, hello.ciphers().contains(RENEGOTIATION_SIGNAL)))
                .all(message(11, certificates(identity.chain())));
        if (!rsa) {
            flight.all(message(12, keyExchange(hello.random(), random, key)));
        }
        return Optional.of(record(HANDSHAKE, version, flight.all(message(14, new Bytes()))));
    }

    private static byte[] random() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private static Bytes message(int type, Bytes body) {
        return new Bytes().one(type).sized(3, body);
    }

    // without a session to come back to, without compression; whoever signals it is told that nothing is renegotiated
    // behind its back (RFC 5746, 3.6), or many would not go on
    private static Bytes hello(Version version, byte[] random, int cipher, boolean signalled) {
        Bytes hello =
                new Bytes().two(version.number()).all(random).one(0).two(cipher).one(0);
        return signalled
                ? hello.sized(2, new Bytes().two(RENEGOTIATION_INFO).two(1).one(0))
                : hello;
    }

    private static Bytes certificates(List<Certificate> chain) {
        Bytes all = new Bytes();
        try {
            for (Certificate each : chain) {
                all.sized(3, new Bytes().all(each.getEncoded()));
            }
            return new Bytes().sized(3, all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate without bytes", e);
        }
    }

    private static Bytes keyExchange(byte[] client, byte[] server, PrivateKey key) {
        KeyPair passing = Keys.usual();
        byte[] info = passing.getPublic().getEncoded();
        // the point stands at the end of the key's encoding
        Bytes point = new Bytes().all(Arrays.copyOfRange(info, info.length - POINT_BYTES, info.length));
        byte[] offered = new Bytes().one(NAMED_CURVE).two(P_256).sized(1, point).array();
        byte[] signed = new Bytes().all(client).all(server).all(offered).array();
        return new Bytes().all(offered).sized(2, new Bytes().all(signature(key, signed)));
    }

    private static byte[] signature(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA1withECDSA");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an old server's key exchange can't be signed", e);
        }
    }

    /**
     * What is sent.
     *
     * @param first at once
     * @param goodbye an alert, to whoever goes on
     */
    public record Answer(byte[] first, byte[] goodbye) {

        public Answer {
            first = first.clone();
            goodbye = goodbye.clone();
        }
    }
}
