package cutover.config;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a value may depend on besides its text.
 *
 * @param folder of the file; relative paths start there
 * @param secrets where values of secrets come from
 * @param named is told each secret that was found
 */
record Around(Path folder, SecretSource secrets, Consumer<Secret> named) {}
