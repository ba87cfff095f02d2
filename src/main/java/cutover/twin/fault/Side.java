package cutover.twin.fault;

/** The two homes of the application: the one it leaves and the one it moves to. */
public enum Side {
    OLD,
    NEW
}
