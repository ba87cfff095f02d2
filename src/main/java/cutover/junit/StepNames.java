package cutover.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.platform.commons.support.AnnotationSupport;

/** "L8 the admin login works in a real browser": the step's id, then the method's name as a sentence. */
public final class StepNames extends DisplayNameGenerator.Standard {

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
        String sentence = sentence(method.getName());
        return AnnotationSupport.findAnnotation(method, Step.class)
                .map(step -> step.value() + " " + sentence)
                .orElse(sentence);
    }

    static String sentence(String camelCase) {
        return camelCase
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }
}
