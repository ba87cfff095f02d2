package cutover.twin.front;

import cutover.twin.tls.OldServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Hears who comes, before it is known whether the old server answers or the other one, which then gets every byte. */
final class Listening extends AbstractConnection implements Connection.UpgradeFrom {

    // a record of TLS with its header
    private static final int MOST = 16_384 + 2_048 + 5;

    private final OldServer old;
    private final Supplier<Connection> other;
    private final ByteBuffer heard = BufferUtil.allocate(MOST);
    private Optional<OldServer.Answer> answer = Optional.empty();

    Listening(EndPoint endPoint, Executor executor, OldServer old, Supplier<Connection> other) {
        super(endPoint, executor);
        this.old = old;
        this.other = other;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        fillInterested();
    }

    @Override
    public void onFillable() {
        try {
            int count = getEndPoint().fill(heard);
            if (count < 0) {
                close();
            } else if (answer.isPresent() && count > 0) {
                send(answer.get().goodbye(), this::close);
            } else if (old.waits(heard) && !BufferUtil.isFull(heard)) {
                fillInterested();
            } else {
                decide();
            }
        } catch (IOException e) {
            close();
        }
    }

    private void decide() {
        answer = old.answer(heard);
        if (answer.isPresent()) {
            BufferUtil.clear(heard);
            send(answer.get().first(), this::fillInterested);
        } else {
            getEndPoint().upgrade(other.get());
        }
    }

    private void send(byte[] bytes, Runnable then) {
        getEndPoint().write(Callback.from(then, trouble -> close()), ByteBuffer.wrap(bytes));
    }

    @Override
    public ByteBuffer onUpgradeFrom() {
        return heard;
    }
}
