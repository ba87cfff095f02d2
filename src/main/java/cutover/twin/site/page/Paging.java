package cutover.twin.site.page;

import java.util.List;
import java.util.stream.IntStream;

/** One page of a list: 25 rows, the last page up to 30 so that no page has fewer than six. */
public record Paging(int total, int number) {

    private static final int SIZE = 25;
    private static final int ORPHANS = 5;

    /** The page that was asked for; the first when it is no number, the last when there is no such page. */
    public static Paging of(int total, String asked) {
        int last = pages(total);
        try {
            int number = Integer.parseInt(asked);
            return new Paging(total, number < 1 || number > last ? last : number);
        } catch (NumberFormatException notANumber) {
            return new Paging(total, 1);
        }
    }

    public int skip() {
        return (number - 1) * SIZE;
    }

    public int limit() {
        return number == pages(total) ? SIZE + ORPHANS : SIZE;
    }

    public int from() {
        return total == 0 ? 0 : skip() + 1;
    }

    public int to() {
        return Math.min(total, skip() + limit());
    }

    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, pages(total)).boxed().toList();
    }

    public boolean several() {
        return pages(total) > 1;
    }

    private static int pages(int total) {
        return Math.max(1, (Math.max(1, total - ORPHANS) + SIZE - 1) / SIZE);
    }
}
