package cutover.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a component holds when its key is missing, written as it would stand in the file: {@code 5s}, {@code [a, b]},
 * {@code {}}. Placeholders are replaced. On a {@code String} component, {@code @Default("")} also allows an empty text
 * in the file.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** One scalar, or YAML in flow style. */
    String value();
}
