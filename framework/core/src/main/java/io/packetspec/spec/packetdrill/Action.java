package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;

/** What an event does, or expects. */
public sealed interface Action permits PacketForm, Call, Action.Shell, Action.Code {
    At at();

    <R> R accept(Visitor<R> visitor);

    /** @param command for a shell, as it stands between its back-quotes */
    record Shell(At at, String command) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.shell(this);
        }

        @Override
        public String toString() {
            return "`" + command + "`";
        }
    }

    /** @param text a snippet of Python that checks what the kernel tells of the connection, stripped of outer blanks */
    record Code(At at, String text) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.code(this);
        }

        @Override
        public String toString() {
            return "%{ " + text + " }%";
        }
    }

    interface Visitor<R> {
        R packet(PacketForm packet);

        R call(Call call);

        R shell(Shell shell);

        R code(Code code);
    }
}
