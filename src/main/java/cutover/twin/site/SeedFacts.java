package cutover.twin.site;

import java.util.List;

/**
 * What is known about the seed before anybody looks.
 *
 * @param submissions rows of the team's list
 * @param newest the newest submission; of the big organisation
 * @param known a submission on the first page of the team's list; of the big organisation
 * @param pdf a submission of San Francisco that was read, whose PDF is filled and stored
 * @param midnight a submission of San Francisco whose date in the application's zone is the day before its UTC date
 * @param midnightUtcDate that UTC date as the lists of organisations would show it
 * @param pdfs all submissions with a stored PDF, the unread ones included
 * @param unread submissions that San Francisco has not read; their bundle is stored
 * @param several a submission that went to three organisations
 * @param transferred a submission that one organisation handed to another
 * @param foreign a submission that does not belong to San Francisco
 * @param foreignLastNames last names on the first page of the team's list that San Francisco must not see
 * @param lastNames all last names, none of which is part of another
 * @param oldUuid part of an oldest link, with the submission {@code pdf} behind it
 */
public record SeedFacts(
        int submissions,
        int countyNotListed,
        int applications,
        int organizations,
        int users,
        Tabs orgUser,
        Tabs bigOrgUser,
        Known newest,
        Known known,
        Known pdf,
        Known midnight,
        String midnightUtcDate,
        List<Long> pdfs,
        List<Long> unread,
        long several,
        long transferred,
        long foreign,
        List<String> foreignLastNames,
        List<String> lastNames,
        String oldUuid) {

    public SeedFacts {
        pdfs = List.copyOf(pdfs);
        unread = List.copyOf(unread);
        foreignLastNames = List.copyOf(foreignLastNames);
        lastNames = List.copyOf(lastNames);
    }

    /** Counts on the tabs of an organisation's list. */
    public record Tabs(int unread, int needsUpdate, int all) {}

    /**
     * One submission.
     *
     * @param birthDate as pages and PDFs show it, for instance {@code 7/4/1971}
     * @param listDate as the lists of organisations show it, for instance {@code 1/12/18}
     * @param day as the team's list shows it, for instance {@code Jan 12}
     */
    public record Known(
            long id, String firstName, String lastName, String birthDate, String ssn, String listDate, String day) {}
}
