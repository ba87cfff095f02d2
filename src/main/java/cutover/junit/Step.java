package cutover.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that verifies one step of the launch timeline. It takes a {@link Workbench}, adds what it finds to
 * {@link Workbench#findings()} and ends in {@code assertThat(findings).areAllMet()}. A step that found nothing is broken.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(StepExtension.class)
public @interface Step {

    /** The step's id in {@code config/runbook.yaml}. */
    String value();
}
