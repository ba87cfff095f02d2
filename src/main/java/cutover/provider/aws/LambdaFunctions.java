package cutover.provider.aws;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Calls functions of Lambda, each call sent once at most. Safe for use by several threads. */
public final class LambdaFunctions implements AutoCloseable {

    private final LambdaClient client;

    public LambdaFunctions(AwsAccess access) {
        this.client = Calls.client(LambdaClient.builder().httpClient(Calls.http(access)), access, Calls.ONCE);
    }

    /** Calls the function and waits for its answer. */
    public Invocation invoke(String function, String payloadJson) {
        return call(function, payloadJson, InvocationType.REQUEST_RESPONSE);
    }

    /** Starts the function and does not wait; Amazon itself may run it again if it fails. */
    public Invocation start(String function, String payloadJson) {
        return call(function, payloadJson, InvocationType.EVENT);
    }

    private Invocation call(String function, String payloadJson, InvocationType type) {
        try {
            InvokeResponse response = client.invoke(request ->
                    request.functionName(function).invocationType(type).payload(SdkBytes.fromUtf8String(payloadJson)));
            return new Invocation.Accepted(
                    response.statusCode(),
                    response.responseMetadata().requestId(),
                    response.payload() == null ? "" : response.payload().asUtf8String(),
                    response.functionError() == null ? "" : response.functionError());
        } catch (SdkException e) {
            return Calls.<Invocation>told(e, Invocation.Refused::new, Invocation.Unavailable::new);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
