package cutover.drill;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A lever of a world of cardboard. */
record CardboardLever(String name, List<String> positions, Supplier<String> where, UnaryOperator<String> how)
        implements Lever {

    @Override
    public String position() {
        return where.get();
    }

    @Override
    public String pull(String position) {
        return how.apply(position);
    }
}
