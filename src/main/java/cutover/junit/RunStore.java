package cutover.junit;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.engine.support.store.Namespace;

/**
 * Keeps the run of a launcher session: started when the first step asks for it, closed by JUnit at the session's end, so
 * that tests that are repeated because they failed go on in the same journal. A supplier of what many runs share may be put
 * into the session before.
 */
final class RunStore {

    static final Namespace SESSION = Namespace.create(RunStore.class);
    static final String GIVEN = "given";
    static final String LEDGER = "ledger";

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(RunStore.class);

    private RunStore() {}

    static Run run(ExtensionContext context) {
        return opened(context).run();
    }

    /** The run, or why there is none. */
    static RunOrProblem opened(ExtensionContext context) {
        String told = RunSettings.from(context::getConfigurationParameter, "").run();
        return session(context).getOrComputeIfAbsent("run " + told, key -> open(context), RunOrProblem.class);
    }

    /** What is known of the steps of this execution; nothing where JUnit was started without its listeners. */
    static Ledger ledger(ExtensionContext context) {
        Ledger kept = session(context).get(LEDGER, Ledger.class);
        return kept == null ? new Ledger(Map.of(), Duration.ZERO) : kept;
    }

    private static RunOrProblem open(ExtensionContext context) {
        Clock clock = Clock.systemUTC();
        RandomGenerator random = new java.security.SecureRandom();
        String fresh = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                        .withZone(ZoneOffset.UTC)
                        .format(clock.instant()) + "-" + Integer.toString(random.nextInt(0x1000000, 0x10000000), 36);
        RunSettings settings = RunSettings.from(context::getConfigurationParameter, fresh);
        Supplier<?> kept = session(context).get(GIVEN, Supplier.class);
        Given given = kept == null ? Given.NOTHING : (Given) kept.get();
        PrintStream console = settings.quiet() ? new PrintStream(OutputStream.nullOutputStream()) : System.out;
        return RunOrProblem.open(settings, clock, random, System.getenv(), given, console);
    }

    private static ExtensionContext.Store session(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, HERE);
    }
}
