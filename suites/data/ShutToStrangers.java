package data;

import cutover.environment.cloud.Buckets;
import cutover.environment.cloud.Cloud;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.provider.Told;
import cutover.provider.aws.Bucket;

/** Whether the new side's bucket refuses who has no key: its files are people's records. */
final class ShutToStrangers {

    private final Workbench bench;

    ShutToStrangers(Workbench bench) {
        this.bench = bench;
    }

    /** @param there whether the known file is in the bucket; a refusal of what is not there proves nothing */
    void judged(Cloud cloud, Buckets buckets, boolean there) {
        try (Bucket asStranger = bench.accounts().toAsStranger(cloud, buckets)) {
            judge(asStranger.tells(), "the list of " + buckets.to(), buckets);
            if (there) {
                judge(asStranger.begins(buckets.known(), 1), buckets.known() + " in " + buckets.to(), buckets);
            } else {
                bench.findings()
                        .add(untold(buckets.known() + " in " + buckets.to(), "it was not seen in the bucket's list"));
            }
        }
    }

    private void judge(Told<?> told, String what, Buckets buckets) {
        bench.findings()
                .add(told.<Finding>fold(
                        value -> Finding.unmet("everybody can read " + what)
                                .expected("403 AccessDenied for who has no key")
                                .butWas("it is given to anybody")
                                .lookAt("S3's console, " + buckets.to() + ", Permissions")
                                .toDo("block all public access of the bucket at once: these are people's records"),
                        refused -> refused.status() == 403 && refused.code().equals("AccessDenied")
                                ? Finding.met("who has no key is refused " + what)
                                : untold(what, told.trouble()),
                        unavailable -> untold(what, unavailable.detail())));
    }

    private static Finding untold(String what, String why) {
        return Finding.unknown("whether strangers can read " + what + " is not told")
                .expected("403 AccessDenied for who has no key")
                .because(why)
                .lookAt("config/environments, cloud.buckets.known")
                .toDo("name the key of a file that is always there, or ask for one by hand in a private window");
    }
}
