package cutover.junit;

import cutover.config.Masker;
import cutover.environment.Environment;
import java.util.function.Consumer;

/** All that the files of a run call a secret, as a masker knows it. */
final class KnownSecrets {

    private KnownSecrets() {}

    /** @param console told which secret would blacken ordinary words, and is not masked therefore */
    static Masker masker(RunFiles files, Consumer<String> console) {
        Masker masker = new Masker();
        learn(files, masker, console);
        return masker;
    }

    /** Those of a twin too: what levers say is beyond what the environment names. */
    static void learn(Standing standing, RunFiles files, Masker masker) {
        learn(files, masker, line -> {});
        standing.twin().secrets().forEach(masker::learn);
    }

    private static void learn(RunFiles files, Masker masker, Consumer<String> console) {
        files.secrets().forEach(secret -> masker.learn(secret).ifPresent(console));
        learnSignIns(files.environment(), masker);
        Notices.learn(files.environment(), masker);
    }

    /** The vendors' clients put name and secret into one header. */
    private static void learnSignIns(Environment environment, Masker masker) {
        environment
                .phone()
                .ifPresent(phone -> masker.learnPair(
                        phone.authToken().name(),
                        phone.account(),
                        phone.authToken().reveal()));
        environment
                .mailDomains()
                .values()
                .forEach(domain -> masker.learnPair(
                        domain.apiKey().name(), "api", domain.apiKey().reveal()));
    }
}
