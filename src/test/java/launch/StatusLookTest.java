package launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which applications a list and their own pages disagree about. */
class StatusLookTest {

    private static final StatusesShown NEW = shown("New");
    private static final StatusesShown GRANTED = shown("Granted");
    private static final StatusesShown TRANSFER = new StatusesShown(List.of("Transferred to a partner"), List.of());

    @Test
    void whatBothTellIsAlikeAndTheRestDiffers() {
        StatusLook look = new StatusLook(Map.of(1L, NEW, 2L, GRANTED), Map.of(1L, NEW, 2L, NEW));

        assertThat(look.alike()).containsExactly(1L);
        assertThat(look.differing()).containsExactly(2L);
    }

    @Test
    void aPageThatTellsSomethingElseIsNotCompared() {
        StatusLook look = new StatusLook(Map.of(1L, NEW), Map.of(1L, TRANSFER));

        assertThat(look.alike()).isEmpty();
        assertThat(look.differing()).isEmpty();
    }

    @Test
    void aPageWithoutAStatusDiffersFromARowThatHasOne() {
        assertThat(new StatusLook(Map.of(1L, NEW), Map.of(1L, shown())).differing())
                .containsExactly(1L);
    }

    @Test
    void pagesOnWhichNothingStandsAreBlank() {
        assertThat(new StatusLook(Map.of(1L, NEW, 2L, NEW), Map.of(1L, shown(), 2L, shown())).isBlank())
                .isTrue();
        assertThat(new StatusLook(Map.of(1L, NEW, 2L, NEW), Map.of(1L, shown(), 2L, NEW)).isBlank())
                .isFalse();
    }

    @Test
    void whatDiffersTheSameTwiceLasts() {
        StatusLook look = new StatusLook(Map.of(1L, GRANTED), Map.of(1L, NEW));

        assertThat(look.lasting(look)).containsExactly(1L);
    }

    @Test
    void whatWasChangedBetweenTheListAndThePageDoesNotLast() {
        StatusLook look = new StatusLook(Map.of(1L, NEW), Map.of(1L, GRANTED));

        assertThat(look.lasting(new StatusLook(Map.of(1L, GRANTED), Map.of(1L, GRANTED))))
                .isEmpty();
    }

    @Test
    void whatWasChangedBetweenTheTwoLooksDoesNotLast() {
        StatusLook look = new StatusLook(Map.of(1L, GRANTED), Map.of(1L, NEW));

        assertThat(look.lasting(new StatusLook(Map.of(1L, GRANTED), Map.of(1L, GRANTED))))
                .isEmpty();
    }

    @Test
    void whatIsNoLongerOnTheListDoesNotLast() {
        StatusLook look = new StatusLook(Map.of(1L, GRANTED), Map.of(1L, NEW));

        assertThat(look.lasting(new StatusLook(Map.of(2L, NEW), Map.of(1L, NEW))))
                .isEmpty();
    }

    private static StatusesShown shown(String... statuses) {
        return new StatusesShown(Arrays.asList(statuses), Arrays.asList(statuses));
    }
}
