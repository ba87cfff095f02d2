package cutover.twin.aws;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Incoming;
import cutover.twin.web.WebResponse;

/** The object store, as far as a bucket's encryption goes. */
final class BucketsApi {

    private final Faults faults;

    BucketsApi(Faults faults) {
        this.faults = faults;
    }

    WebResponse answer(Incoming request) {
        if (!request.path().equals("/" + MediaBuckets.NEW) || faults.on(Side.NEW, Fault.MEDIA_BUCKET_MISSING)) {
            return XmlAnswer.storeError(404, "NoSuchBucket", "The specified bucket does not exist");
        }
        if (faults.on(Side.NEW, Fault.MEDIA_NOT_ENCRYPTED)) {
            return XmlAnswer.storeError(
                    404,
                    "ServerSideEncryptionConfigurationNotFoundError",
                    "The server side encryption configuration was not found");
        }
        return XmlAnswer.store(rule(faults.on(Side.NEW, Fault.MEDIA_OTHER_ENCRYPTION) ? "aws:kms" : "AES256"));
    }

    private static String rule(String algorithm) {
        String byDefault =
                XmlAnswer.element("ApplyServerSideEncryptionByDefault", XmlAnswer.element("SSEAlgorithm", algorithm));
        return XmlAnswer.element("ServerSideEncryptionConfiguration", XmlAnswer.element("Rule", byDefault));
    }
}
