package cutover.probe.audio;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Walks the frames of MPEG audio (RFC 3003) from header to header, once. */
final class MpegStream {

    private static final int FEWEST = 4;
    private static final int ID3V1 = 128;
    private static final int ID3V2 = 10;

    private final byte[] bytes;
    private final int end;
    private Optional<MpegFrame> kind = Optional.empty();
    private int frames;
    private long samples;
    private long framed;
    private int strays;
    private int slowest = Integer.MAX_VALUE;
    private int fastest;
    private String cut = "";

    private MpegStream(byte[] bytes) {
        this.bytes = bytes;
        this.end = begins(bytes.length - ID3V1, "TAG") ? bytes.length - ID3V1 : bytes.length;
    }

    /** Sound, or what is wrong with it; empty when there is nothing of MPEG about the bytes. */
    static Optional<AudioObservation> read(byte[] bytes) {
        MpegStream stream = new MpegStream(bytes);
        int start = stream.afterTags();
        stream.walk(start);
        return stream.seen(stream.end - start);
    }

    private void walk(int start) {
        boolean lost = true;
        for (int at = start; at < end; ) {
            Optional<MpegFrame> found = frame(at);
            boolean taken = found.isPresent() && (!lost || isFollowed(at, found.get()));
            if (taken) {
                take(at, found.get());
            } else {
                strays++;
            }
            at += taken ? found.get().length() : 1;
            lost = !taken;
        }
    }

    private Optional<MpegFrame> frame(int at) {
        return MpegFrame.at(bytes, at).filter(one -> kind.isEmpty() || one.fits(kind.get()));
    }

    // four bytes that look like a header stand in any data now and then
    private boolean isFollowed(int at, MpegFrame one) {
        return MpegFrame.at(bytes, at + one.length()).filter(one::fits).isPresent();
    }

    private void take(int at, MpegFrame one) {
        kind = kind.or(() -> Optional.of(one));
        int there = Math.min(one.length(), end - at);
        framed += there;
        if (there < one.length()) {
            cut = "; the last frame is cut, %d of %d bytes".formatted(there, one.length());
            return;
        }
        frames++;
        samples += one.samples();
        slowest = Math.min(slowest, one.bitRate());
        fastest = Math.max(fastest, one.bitRate());
    }

    private Optional<AudioObservation> seen(int all) {
        if (frames < FEWEST || framed * 2 < all) {
            return Optional.empty();
        }
        if (framed * 20L < all * 19L) {
            return Optional.of(
                    new NotAudio("damaged MPEG audio: %d of %d bytes belong to no frame, %d frames were found"
                            .formatted(strays, all, frames)));
        }
        return Optional.of(new Audio(
                "mp" + kind.orElseThrow().layer(),
                "audio/mpeg",
                Lengths.of(samples, kind.orElseThrow().sampleRate()),
                frames,
                detail(kind.orElseThrow())));
    }

    private String detail(MpegFrame one) {
        return String.format(
                Locale.ROOT,
                "MPEG-%s layer %s, %s Hz, %s, %s kbit/s%s%s",
                one.version(),
                "I".repeat(one.layer()),
                one.sampleRate(),
                one.mono() ? "mono" : "stereo",
                slowest == fastest ? String.valueOf(slowest) : slowest + " to " + fastest,
                cut,
                strays == 0 ? "" : "; " + strays + " bytes belong to no frame");
    }

    /** Behind all ID3v2 tags; their lengths have seven bits in each byte. */
    private int afterTags() {
        int at = 0;
        while (begins(at, "ID3") && at + ID3V2 <= end) {
            int size = 0;
            for (int i = 6; i < ID3V2; i++) {
                size = size << 7 | bytes[at + i] & 0x7f;
            }
            boolean footer = (bytes[at + 5] & 0x10) != 0;
            at = (int) Math.min(end, (long) at + ID3V2 + size + (footer ? ID3V2 : 0));
        }
        return at;
    }

    private boolean begins(int at, String tag) {
        return at >= 0
                && at <= bytes.length - tag.length()
                && new String(bytes, at, tag.length(), StandardCharsets.ISO_8859_1).equals(tag);
    }
}
