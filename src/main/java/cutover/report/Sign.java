package cutover.report;

import cutover.runbook.Decision;
import cutover.runbook.State;

/** How a state looks: a shape of its own besides its colour. */
enum Sign {
    MET("✔", "+", "32", "met"),
    UNMET("✘", "x", "31", "unmet"),
    UNKNOWN("?", "?", "33", "unknown"),
    FLAKY("≈", "~", "33", "flaky"),
    SKIPPED("–", "-", "2", "skipped"),
    NOT_RUN("○", "o", "2", "notrun"),
    STALE("◔", "o", "33", "stale"),
    NOT_SIGNED_OFF("◌", ".", "2", "unsigned"),
    NOT_VERIFIED_YET("◌", ".", "2", "unverified");

    private final String glyph;
    private final String ascii;
    private final String colour;
    private final String style;

    Sign(String glyph, String ascii, String colour, String style) {
        this.glyph = glyph;
        this.ascii = ascii;
        this.colour = colour;
        this.style = style;
    }

    static Sign of(State state) {
        return valueOf(state.name());
    }

    static Sign of(Decision decision) {
        return switch (decision) {
            case GO, REHEARSAL_PASSED -> MET;
            case NO_GO, REHEARSAL_FAILED -> UNMET;
            case PARTIAL -> FLAKY;
        };
    }

    String glyph() {
        return glyph;
    }

    String ascii() {
        return ascii;
    }

    /** The parameter of the terminal's colour sequence. */
    String colour() {
        return colour;
    }

    /** The name in style sheets. */
    String style() {
        return style;
    }
}
