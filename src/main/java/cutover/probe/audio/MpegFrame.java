package cutover.probe.audio;

import java.util.Optional;

/**
 * The header of a frame of MPEG audio (ISO/IEC 11172-3, 2.4.2.3; 13818-3 for half the rates; MPEG-2.5 is a usage).
 *
 * @param version {@code 1}, {@code 2} or {@code 2.5}
 * @param layer 1 to 3
 * @param bitRate in kbit/s
 * @param sampleRate in Hz
 * @param length in bytes, header included
 * @param samples per channel
 */
record MpegFrame(String version, int layer, int bitRate, int sampleRate, boolean mono, int length, int samples) {

    static final int HEADER = 4;

    private static final String[] VERSIONS = {"2.5", "", "2", "1"};
    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final int[][] BIT_RATES_1 = {
        {32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}
    };
    private static final int[][] BIT_RATES_2 = {
        {32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
        {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };

    /** The frame that begins there; empty when none does, or one whose length its header does not tell. */
    static Optional<MpegFrame> at(byte[] bytes, int offset) {
        if (offset < 0 || offset > bytes.length - HEADER || bytes[offset] != (byte) 0xff) {
            return Optional.empty();
        }
        int second = bytes[offset + 1] & 0xff;
        int third = bytes[offset + 2] & 0xff;
        int fourth = bytes[offset + 3] & 0xff;
        return isHeader(second, third, fourth) ? Optional.of(of(second, third, fourth)) : Optional.empty();
    }

    private static boolean isHeader(int second, int third, int fourth) {
        boolean reserved =
                (second >> 3 & 3) == 1 || (second >> 1 & 3) == 0 || (third >> 2 & 3) == 3 || (fourth & 3) == 2;
        // bit rate 0 is any rate that both sides agreed on, 15 is forbidden
        int rate = third >> 4;
        return second >> 5 == 7 && !reserved && rate != 0 && rate != 15;
    }

    private static MpegFrame of(int second, int third, int fourth) {
        String version = VERSIONS[second >> 3 & 3];
        int layer = 4 - (second >> 1 & 3);
        boolean first = version.equals("1");
        int bitRate = (first ? BIT_RATES_1 : BIT_RATES_2)[layer - 1][(third >> 4) - 1];
        int sampleRate = RATES[third >> 2 & 3] / (first ? 1 : version.equals("2") ? 2 : 4);
        int samples = layer == 1 ? 384 : layer == 2 || first ? 1_152 : 576;
        // layer I counts in slots of four bytes
        int slot = layer == 1 ? 4 : 1;
        int slots = samples / 8 / slot * bitRate * 1_000 / sampleRate + (third >> 1 & 1);
        return new MpegFrame(version, layer, bitRate, sampleRate, fourth >> 6 == 3, slots * slot, samples);
    }

    /** True when both can stand in one stream; its bit rate may change. */
    boolean fits(MpegFrame other) {
        return version.equals(other.version) && layer == other.layer && sampleRate == other.sampleRate;
    }
}
