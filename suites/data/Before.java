package data;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** Before the launch: what is needed to go back. */
@DisplayNameGeneration(StepNames.class)
class Before {

    @Step("M1")
    void thereIsAFreshSnapshotOfTheDatabase(Workbench bench) {
        new FreshSnapshot(bench).beforeTheLaunch();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("M3")
    void theMediaBucketIsEncrypted(Workbench bench) {
        new EncryptedBucket(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("M4")
    void theNewMediaBucketIsSynced(Workbench bench) {
        new SyncedMedia(bench).afterTheFirstSync();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("M6")
    void theNewMediaBucketIsSyncedAgain(Workbench bench) {
        new SyncedMedia(bench).afterTheSecondSync();
        assertThat(bench.findings()).areAllMet();
    }
}
