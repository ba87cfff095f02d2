package cutover.probe.audio;

import static cutover.probe.audio.Sounds.frame;
import static cutover.probe.audio.Sounds.gsm;
import static cutover.probe.audio.Sounds.join;
import static cutover.probe.audio.Sounds.mp3;
import static cutover.probe.audio.Sounds.sampled;
import static cutover.probe.audio.Sounds.text;
import static cutover.probe.audio.Sounds.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioProbeTest {

    private final AudioProbe probe = new AudioProbe();

    private Audio audio(byte[] bytes) {
        return probe.read(bytes).fold(audio -> audio, none -> {
            throw new AssertionError(none);
        });
    }

    private String none(byte[] bytes) {
        return probe.read(bytes)
                .fold(
                        audio -> {
                            throw new AssertionError(audio);
                        },
                        NotAudio::detail);
    }

    @ParameterizedTest
    @CsvSource({
        // header, bytes per frame, kind, length of 1000 frames in ms, detail
        "fffb9000, 417, mp3, 26122, MPEG-1 layer III 44100 Hz stereo 128 kbit/s",
        "fffb92c0, 418, mp3, 26122, MPEG-1 layer III 44100 Hz mono 128 kbit/s",
        "fffa5440, 192, mp3, 24000, MPEG-1 layer III 48000 Hz stereo 64 kbit/s",
        "fff380c0, 208, mp3, 26122, MPEG-2 layer III 22050 Hz mono 64 kbit/s",
        "ffe318c0, 72, mp3, 72000, MPEG-2.5 layer III 8000 Hz mono 8 kbit/s",
        "fffda400, 576, mp2, 24000, MPEG-1 layer II 48000 Hz stereo 192 kbit/s",
        "fff58400, 384, mp2, 48000, MPEG-2 layer II 24000 Hz stereo 64 kbit/s",
        "ffffe400, 448, mp1, 8000, MPEG-1 layer I 48000 Hz stereo 448 kbit/s"
    })
    void framesOfEachVersionAndLayerAreCounted(String header, int bytes, String kind, long millis, String detail) {
        Audio audio = audio(times(1_000, frame(Integer.parseUnsignedInt(header, 16), bytes)));
        assertThat(audio.kind()).isEqualTo(kind);
        assertThat(audio.mediaType()).isEqualTo("audio/mpeg");
        assertThat(audio.frames()).isEqualTo(1_000);
        assertThat(audio.length().toMillis()).isEqualTo(millis);
        assertThat(audio.detail().replace(",", "")).isEqualTo(detail);
    }

    @Test
    void aVariableBitRateIsSummedUp() {
        Audio audio = audio(join(mp3(40), times(60, frame(0xfffb5000, 208)), times(20, frame(0xfffbe000, 1_044))));
        assertThat(audio.frames()).isEqualTo(120);
        assertThat(audio.length()).isBetween(Duration.ofMillis(3_134), Duration.ofMillis(3_135));
        assertThat(audio.detail()).contains("64 to 320 kbit/s");
    }

    @Test
    void tagsAreNoSoundAndNoDamage() {
        byte[] bare = mp3(10);
        for (byte[] tagged : List.of(
                join(Sounds.id3v2(3_000), bare),
                join(Sounds.id3v2(200), Sounds.id3v2(100), bare),
                join(bare, Sounds.id3v1()),
                join(Sounds.id3v2(5), bare, Sounds.id3v1()))) {
            assertThat(audio(tagged)).isEqualTo(audio(bare));
        }
        assertThat(none(Sounds.id3v2(3_000))).startsWith("an ID3 tag without MPEG audio");
        assertThat(none(Arrays.copyOf(Sounds.id3v2(3_000), 500))).startsWith("an ID3 tag without MPEG audio");
    }

    @Test
    void aLastFrameThatIsCutIsTold() {
        Audio audio = audio(Arrays.copyOf(mp3(10), 9 * 417 + 100));
        assertThat(audio.frames()).isEqualTo(9);
        assertThat(audio.detail()).endsWith("; the last frame is cut, 100 of 417 bytes");
    }

    @Test
    void aFewBytesBetweenFramesAreToldAndManyAreDamage() {
        Audio audio = audio(join(mp3(50), text("some words"), mp3(50)));
        assertThat(audio.frames()).isEqualTo(100);
        assertThat(audio.detail()).endsWith("; 10 bytes belong to no frame");
        assertThat(none(join(mp3(10), new byte[2_000]))).startsWith("damaged MPEG audio: 2000 of 6170 bytes");
    }

    @Test
    void fewOrForeignFramesAreNoSound() {
        assertThat(none(mp3(3))).contains("no known kind").contains("ff fb 90 00");
        assertThat(none(join(mp3(10), new byte[9_000]))).contains("no known kind");
        assertThat(none(times(10, join(frame(0xfffb9000, 417), frame(0xfff380c0, 208)))))
                .contains("no known kind");
    }

    @Test
    void soundThatWentThroughATextIsNoSound() {
        byte[] mangled = new String(mp3(100), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        assertThat(none(mangled)).contains("no known kind").contains("ef bf bd");
    }

    @Test
    void sampledSoundHasTheLengthThatIsThere() {
        assertThat(audio(sampled(Type.WAVE, 12_000)))
                .isEqualTo(new Audio(
                        "wav", "audio/wav", Duration.ofMillis(1_500), 12_000, "PCM_SIGNED, 8000 Hz, mono, 16 bit"));
        assertThat(audio(sampled(Type.AIFF, 12_000)).kind()).isEqualTo("aiff");
        assertThat(audio(sampled(Type.AIFF, 12_000)).length()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(audio(sampled(Type.AU, 12_000)).mediaType()).isEqualTo("audio/basic");
        assertThat(audio(sampled(Type.AU, 12_000)).length()).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void aMissingEndOfSampledSoundIsTold() {
        byte[] whole = sampled(Type.WAVE, 12_000);
        Audio audio = audio(Arrays.copyOf(whole, whole.length - 8_000));
        assertThat(audio.length()).isEqualTo(Duration.ofSeconds(1));
        assertThat(audio.detail()).endsWith("; the end is cut, 8000 of 12000 samples");
        assertThat(none(Arrays.copyOf(whole, 44))).contains("begin as wav, without a sample");
        assertThat(none(Arrays.copyOf(whole, 20))).contains("begin as wav, that can't be read");
    }

    @Test
    void gsmIsKnownByItsFrames() {
        assertThat(audio(gsm(100)))
                .isEqualTo(new Audio("gsm", "audio/gsm", Duration.ofSeconds(2), 100, "GSM 06.10, 8000 Hz, mono"));
        assertThat(audio(Arrays.copyOf(gsm(100), 3_280)).detail()).endsWith("the last frame is cut, 13 of 33 bytes");
        assertThat(none(gsm(9))).contains("no known kind");
    }

    @Test
    void whatItIsInsteadIsNamed() {
        assertThat(none(new byte[0])).isEqualTo("empty");
        assertThat(none(text("\n <!DOCTYPE html>\n<title>502 Bad\nGateway</title>")))
                .isEqualTo("an HTML page that begins '<!DOCTYPE html> <title>502 Bad Gateway</title>'");
        assertThat(none(text("\ufeff<HTML>"))).isEqualTo("an HTML page that begins '<HTML>'");
        assertThat(none(text("<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>")))
                .startsWith("an XML document that begins '<?xml");
        assertThat(none(text("{\"code\": 20404}"))).isEqualTo("JSON that begins '{\"code\": 20404}'");
        assertThat(none(text("not found"))).isEqualTo("text that begins 'not found'");
        assertThat(none(text("%PDF-1.6 x"))).isEqualTo("a PDF of 10 bytes");
        assertThat(none(join(text("OggS"), new byte[60]))).startsWith("an Ogg file, a kind that is not read here");
        assertThat(none(join(text("RIFF"), new byte[60]))).startsWith("a RIFF file without sound");
        assertThat(none(new byte[3])).isEqualTo("3 bytes of no known kind that begin 00 00 00");
    }

    @Test
    void noBytesThrow() {
        Random random = new Random(11);
        List<byte[]> wholes = List.of(
                mp3(12),
                join(Sounds.id3v2(40), mp3(6), Sounds.id3v1()),
                sampled(Type.WAVE, 400),
                sampled(Type.AIFF, 400),
                sampled(Type.AU, 400),
                gsm(12),
                text("<html>"),
                new byte[600]);
        for (int i = 0; i < 6_000; i++) {
            byte[] whole = wholes.get(i % wholes.size());
            byte[] some = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            // most of what a reader believes stands at the beginning
            for (int j = 0; j < i % 9 && some.length > 0; j++) {
                int near = random.nextBoolean() ? Math.min(64, some.length) : some.length;
                some[random.nextInt(near)] = (byte) random.nextInt(256);
            }
            assertPlausible(some);
        }
    }

    @Test
    void randomBytesAreNoSound() {
        Random random = new Random(12);
        for (int i = 0; i < 60; i++) {
            byte[] some = new byte[i * 5_000];
            random.nextBytes(some);
            assertThat(probe.read(some)).isInstanceOf(NotAudio.class);
        }
    }

    private void assertPlausible(byte[] bytes) {
        AudioObservation seen = probe.read(bytes);
        boolean plausible = seen.fold(
                audio -> audio.frames() > 0 && audio.length().compareTo(Duration.ZERO) > 0,
                none -> !none.detail().isBlank());
        assertThat(plausible).as("%d bytes: %s", bytes.length, seen).isTrue();
    }
}
