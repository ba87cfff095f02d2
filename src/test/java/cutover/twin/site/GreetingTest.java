package cutover.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GreetingTest {

    private static final String NAME = "voicemail/CMR_voicemail_greeting.mp3";
    private static final int BIT_RATE = 128_000;
    private static final int SAMPLE_RATE = 44_100;
    private static final int SAMPLES = 1152;

    private final Faults faults = new Faults();

    @ParameterizedTest
    @EnumSource(Side.class)
    void theGreetingIsSecondsOfMpegAudio(Side side) {
        Asset asset = assets(side).find(NAME).orElseThrow();

        assertThat(asset.contentType()).isEqualTo("audio/mpeg");
        byte[] audio = asset.content();
        int frames = frames(audio);
        assertThat(frames * SAMPLES / SAMPLE_RATE).as("seconds").isBetween(5, 10);
        assertThat(audio.length * 8L * SAMPLE_RATE / ((long) frames * SAMPLES))
                .as("bits per second")
                .isBetween(BIT_RATE - 100L, BIT_RATE + 0L);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void theGreetingCanEndAfterHalfASecond(Side side) {
        faults.switchOn(side, Fault.GREETING_TOO_SHORT);

        Asset asset = assets(side).find(NAME).orElseThrow();

        assertThat(asset.contentType()).isEqualTo("audio/mpeg");
        assertThat(1000L * frames(asset.content()) * SAMPLES / SAMPLE_RATE)
                .as("milliseconds")
                .isBetween(400L, 600L);
    }

    /** Counts the frames; each must begin where the one before ends. */
    private static int frames(byte[] audio) {
        int frames = 0;
        int at = 0;
        while (at < audio.length) {
            int header = (audio[at] & 0xff) << 16 | (audio[at + 1] & 0xff) << 8 | audio[at + 2] & 0xff;
            assertThat(header & 0xfffffd).as("frame at %d", at).isEqualTo(0xfffb90);
            at += SAMPLES / 8 * BIT_RATE / SAMPLE_RATE + (header >> 1 & 1);
            frames++;
        }
        assertThat(at).as("the last frame is whole").isEqualTo(audio.length);
        return frames;
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void theGreetingCanBeGoneOrAnotherThing(Side side) {
        faults.switchOn(side, Fault.GREETING_NOT_AUDIO);
        assertThat(text(side)).startsWith("<!DOCTYPE html>");
        assertThat(assets(side).find(NAME).orElseThrow().contentType()).isEqualTo("audio/mpeg");
        faults.clear();

        faults.switchOn(side, Fault.GREETING_WRONG_TYPE);
        assertThat(assets(side).find(NAME).orElseThrow().contentType()).isEqualTo("text/html");
        assertThat(text(side)).doesNotContain("<");
        faults.clear();

        faults.switchOn(side, Fault.GREETING_GONE);
        assertThat(assets(side).find(NAME)).isEmpty();
        assertThat(assets(side).find("intake/img/logo.png")).isPresent();
    }

    private String text(Side side) {
        return new String(assets(side).find(NAME).orElseThrow().content(), StandardCharsets.ISO_8859_1);
    }

    private Assets assets(Side side) {
        return new Assets("a1b2c3d4e5f6", faults, side);
    }
}
