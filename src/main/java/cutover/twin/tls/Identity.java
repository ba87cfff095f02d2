package cutover.twin.tls;

import java.security.KeyStore;

/** A private key with the chain that a server sends: leaf, intermediate, root. */
public record Identity(KeyStore keyStore, String password) {}
