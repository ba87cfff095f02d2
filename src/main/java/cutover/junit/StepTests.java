package cutover.junit;

import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The tests that name a step, found where the suites were compiled to. */
public final class StepTests {

    private final List<Class<?>> classes;

    private StepTests(List<Class<?>> classes) {
        this.classes = List.copyOf(classes);
    }

    /**
     * Finds all suites that lie in the same folder or archive as the given one. The library's own packages are left out:
     * their tests name steps of fixtures.
     */
    public static StepTests beside(Class<?> suite) {
        CodeSource source = suite.getProtectionDomain().getCodeSource();
        URI root = location(source);
        return new StepTests(ReflectionSupport.findAllClassesInClasspathRoot(
                        root,
                        type -> !AnnotationSupport.findAnnotatedMethods(
                                        type, Step.class, HierarchyTraversalMode.TOP_DOWN)
                                .isEmpty(),
                        name -> !name.startsWith("cutover."))
                .stream()
                .sorted(Comparator.comparing(Class::getName))
                .toList());
    }

    /** The classes that hold such tests, by name. */
    public List<Class<?>> classes() {
        return classes;
    }

    /** Ids of all steps for which there is a test. */
    public Set<String> steps() {
        Set<String> steps = new TreeSet<>();
        for (Class<?> type : classes) {
            for (Method method :
                    AnnotationSupport.findAnnotatedMethods(type, Step.class, HierarchyTraversalMode.TOP_DOWN)) {
                steps.add(method.getAnnotation(Step.class).value());
            }
        }
        return steps;
    }

    private static URI location(CodeSource source) {
        try {
            return source.getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the suites lie at an unusable place: " + source.getLocation(), e);
        }
    }
}
