package cutover.twin.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which submission goes where, oldest first: organisations alternate, and the newest few are those that other things
 * rely on.
 */
final class Casting {

    static final int SUBMISSIONS = 101;
    static final String SEVERAL = "several";
    static final String NOT_LISTED = "not_listed";
    static final String TRANSFER = "transfer";

    private static final int STRIDE = 37;
    private static final List<String> SMALL = List.of(
            "a_pubdef",
            "ebclc",
            "fresno_pubdef",
            "monterey_pubdef",
            "san_diego_pubdef",
            "san_joaquin_pubdef",
            "santa_barbara_pubdef",
            "santa_clara_pubdef",
            "santa_cruz_pubdef",
            "solano_pubdef",
            "sonoma_pubdef",
            "stanislaus_pubdef",
            "tulare_pubdef",
            "ventura_pubdef",
            "yolo_pubdef");

    private Casting() {}

    /** The index of the submission whose Pacific date differs from its UTC date. */
    static int midnight() {
        return SUBMISSIONS - 3;
    }

    static List<String> roles() {
        List<String> dealt = dealt();
        List<String> roles = new ArrayList<>();
        for (int index = 0; index < SUBMISSIONS; index++) {
            roles.add(dealt.get(index * STRIDE % SUBMISSIONS));
        }
        place(roles, SUBMISSIONS - 1, SeedOrganizations.BIG);
        place(roles, SUBMISSIONS - 2, SeedOrganizations.BIG);
        place(roles, midnight(), SeedOrganizations.FILLABLE);
        return roles;
    }

    private static List<String> dealt() {
        List<String> dealt = new ArrayList<>(Collections.nCopies(55, SeedOrganizations.BIG));
        dealt.addAll(Collections.nCopies(9, SeedOrganizations.FILLABLE));
        dealt.addAll(SMALL);
        dealt.addAll(SMALL);
        dealt.add(SEVERAL);
        dealt.addAll(Collections.nCopies(5, NOT_LISTED));
        dealt.add(TRANSFER);
        return dealt;
    }

    private static void place(List<String> roles, int index, String role) {
        int found = roles.subList(0, index + 1).lastIndexOf(role);
        Collections.swap(roles, index, found);
    }
}
