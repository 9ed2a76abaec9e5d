package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import io.packetspec.spec.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads the events of a script; what is wrong with one does not hide what is wrong with the next. */
final class EventsReader {
    private final Tokens tokens;
    private final List<Problem> problems;

    EventsReader(Tokens tokens, List<Problem> problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    List<Event> read() {
        List<Event> events = new ArrayList<>();
        do {
            int start = tokens.position();
            try {
                events.add(event());
            } catch (Refusal e) {
                problems.add(e.problem());
                tokens.skipToEvent(start);
            }
        } while (!tokens.is(TokenKind.SHELL) && !tokens.is(TokenKind.END));
        return events;
    }

    private Event event() {
        At at = tokens.at();
        When when = TimeReader.read(tokens);
        Action action = action(when);
        boolean out = action instanceof PacketForm packet && packet.direction() == Direction.OUTBOUND;
        if (!out && !(when instanceof When.Moment)) {
            throw new Refusal(at, "the time " + when + " can only be that of a packet that goes out");
        }
        return new Event(at, when, action);
    }

    private Action action(When when) {
        switch (tokens.peek().kind()) {
            case SHELL:
                return shell(tokens);
            case CODE:
                Token code = tokens.next();
                return new Action.Code(code.at(), code.text());
            case WORD:
            case ELLIPSIS:
                return new CallReader(tokens).read(when);
            default:
                if (tokens.is("<") || tokens.is(">")) {
                    return new PacketReader(tokens).read();
                }
                throw tokens.expected(
                        "an action: a packet (< or >), a call, a command in back-quotes or code in %{ }%");
        }
    }

    static Action.Shell shell(Tokens tokens) {
        Token command = tokens.next();
        return new Action.Shell(command.at(), command.text());
    }
}
