package cutover.probe.dns;

import java.util.function.Function;

/** What a message that came is to the question that was asked. */
sealed interface Heard permits Heard.Foreign, Heard.Garbled, Heard.Fitting {

    <T> T fold(Function<Foreign, T> foreign, Function<Garbled, T> garbled, Function<Fitting, T> fitting);

    /** It answers something else; the right one may still come. */
    record Foreign(String why) implements Heard {
        @Override
        public <T> T fold(Function<Foreign, T> foreign, Function<Garbled, T> garbled, Function<Fitting, T> fitting) {
            return foreign.apply(this);
        }
    }

    /** It has the right id and can't be read. */
    record Garbled(String why) implements Heard {
        @Override
        public <T> T fold(Function<Foreign, T> foreign, Function<Garbled, T> garbled, Function<Fitting, T> fitting) {
            return garbled.apply(this);
        }
    }

    /** The answer. */
    record Fitting(Reply reply) implements Heard {
        @Override
        public <T> T fold(Function<Foreign, T> foreign, Function<Garbled, T> garbled, Function<Fitting, T> fitting) {
            return fitting.apply(this);
        }
    }
}
