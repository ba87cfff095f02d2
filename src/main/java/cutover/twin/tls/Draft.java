package cutover.twin.tls;

import java.math.BigInteger;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A server's certificate before it is issued, in order but for what is said here. Immutable: each call returns a copy. Of
 * two words about the validity, or about the chain, the later one counts.
 */
public final class Draft {

    private final Authority authority;
    private final List<String> names;
    private final Validity validity;
    private final Chain chain;
    private final Set<Trait> traits;
    private final Optional<Vouched> vouched;

    Draft(Authority authority, List<String> names) {
        this(authority, List.copyOf(names), Validity.USUAL, Chain.COMPLETE, Set.of(), Optional.empty());
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a server's certificate needs a name");
        }
    }

    private Draft(
            Authority authority,
            List<String> names,
            Validity validity,
            Chain chain,
            Set<Trait> traits,
            Optional<Vouched> vouched) {
        this.authority = authority;
        this.names = names;
        this.validity = validity;
        this.chain = chain;
        this.traits = traits;
        this.vouched = vouched;
    }

    /** Valid until that long from now, 90 days in all or a little more. */
    public Draft expiringIn(Duration left) {
        if (left.isNegative() || left.isZero()) {
            throw new IllegalArgumentException("expired() says what has expired, not expiringIn " + left);
        }
        return with(Validity.endingIn(left));
    }

    /** Valid until yesterday. */
    public Draft expired() {
        return with(Validity.OVER);
    }

    /** Valid from tomorrow. */
    public Draft notYetValid() {
        return with(Validity.TO_COME);
    }

    /** With a key that browsers refuse. */
    public Draft withRsa1024() {
        return with(Trait.RSA_1024);
    }

    /** With a signature that everybody refuses. */
    public Draft signedWithSha1() {
        return with(Trait.SHA_1);
    }

    /** Demands a stapled OCSP response, which is only there when somebody vouches for it. */
    public Draft withMustStaple() {
        return with(Trait.MUST_STAPLE);
    }

    /**
     * Names the responder, which says that of it. Servers can staple what it says only where the issuer's certificate is
     * sent too.
     */
    public Draft vouchedFor(Responder responder, Said said) {
        return new Draft(authority, names, validity, chain, traits, Optional.of(new Vouched(responder, said)));
    }

    /** Signed by its own key, sent alone. */
    public Draft selfSigned() {
        return with(Chain.SELF_SIGNED);
    }

    /** Sent with an intermediate and a root that nobody trusts. */
    public Draft fromAnotherRoot() {
        return with(Chain.FROM_ANOTHER_ROOT);
    }

    /** Sent with an intermediate of the usual root that issues nothing else. */
    public Draft fromAnotherIntermediate() {
        return with(Chain.FROM_ANOTHER_INTERMEDIATE);
    }

    /**
     * Sent alone, as by a server that was not given its "chain file". Browsers that are told to trust
     * {@link Authority#spki()} go on as those outside do, which fetch the intermediate or remember it.
     */
    public Draft withoutIntermediate() {
        return with(Chain.WITHOUT_INTERMEDIATE);
    }

    /** Sent with two intermediates, the upper one first. */
    public Draft inWrongOrder() {
        return with(Chain.IN_WRONG_ORDER);
    }

    /** Sent with the intermediate and the root, which every client has. */
    public Draft withRoot() {
        return with(Chain.WITH_ROOT);
    }

    /** Dates and signs it. */
    public Identity issued() {
        return authority.issue(this);
    }

    List<String> names() {
        return names;
    }

    String subject() {
        return "CN=" + names.get(0);
    }

    Validity validity() {
        return validity;
    }

    Chain chain() {
        return chain;
    }

    Optional<Vouched> vouched() {
        return vouched;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    private Draft with(Validity other) {
        return new Draft(authority, names, other, chain, traits, vouched);
    }

    private Draft with(Chain other) {
        return new Draft(authority, names, validity, other, traits, vouched);
    }

    private Draft with(Trait trait) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Draft(authority, names, validity, chain, more, vouched);
    }

    /** Who is asked about it, and what is said. */
    record Vouched(Responder responder, Said said) {

        void of(BigInteger serial) {
            responder.says(serial, said);
        }
    }
}
