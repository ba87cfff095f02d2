package cutover.environment.cloud;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.config.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A PostgreSQL database, and a role that may read it and nothing else. */
public record DatabasePlace(
        @Doc("where it is reached from here; the end of a tunnel where it is not public")
        String host,

        @Doc("its port there") @Default("5432") int port,
        @Doc("name of the database") String name,

        @Doc("name of a role that may only read: SELECT on all tables and sequences")
        String user,

        @Doc("NAME of the secret that holds its password") Secret password,

        @Doc("how the connection is protected; none is for loopback and tunnels only") @Default("verified")
        Tls tls,

        @Doc("PEM file of who signed the server's certificate; leave it out for the JDK's own store")
        Optional<Path> ca,

        @Doc("how long one statement may take") @Default("2m")
        Duration statement) {

    public DatabasePlace {
        if (statement.toSeconds() < 1) {
            throw new IllegalArgumentException("a statement needs at least 1 s");
        }
    }

    /** Whether both name the same database. */
    boolean isAlso(DatabasePlace other) {
        return port == other.port
                && name.equals(other.name)
                && host.toLowerCase(Locale.ROOT).equals(other.host.toLowerCase(Locale.ROOT));
    }

    /** Another database of the same server, read by the same role. */
    public DatabasePlace named(String other) {
        return new DatabasePlace(host, port, other, user, password, tls, ca, statement);
    }

    /** For messages; without a secret. */
    public String told() {
        return host + ":" + port + "/" + name;
    }

    /** How the connection is protected. */
    public enum Tls {
        /** not at all */
        NONE,
        /** encrypted to whoever answers */
        ENCRYPTED,
        /** encrypted, and the certificate must be the host's */
        VERIFIED
    }
}
