package io.packetspec.spec.mutation;

import io.packetspec.abi.Errno;
import io.packetspec.packet.Address;
import io.packetspec.packet.Match;
import io.packetspec.packet.Octets;
import java.util.List;
import java.util.Optional;

/** What cannot be true where something else is: another value where one was named, its denial otherwise. */
final class Opposites {
    private Opposites() {}

    /** Empty where anything will do. */
    static Optional<Match> of(Match match) {
        if (match instanceof Match.Any) {
            return Optional.empty();
        } else if (match instanceof Match.Checksum checksum) {
            return Optional.of(new Match.Checksum(!checksum.valid()));
        } else if (match instanceof Match.Not not) {
            return Optional.of(not.match());
        } else if (match instanceof Match.Exact exact) {
            return Optional.of(of(exact));
        }
        return Optional.of(new Match.Not(match));
    }

    private static Match of(Match.Exact exact) {
        if (exact.value() instanceof Long number) {
            return Match.exact(number ^ 1);
        } else if (exact.value() instanceof Address address) {
            return Match.exact(new Address(flipped(address.octets())));
        } else if (exact.value() instanceof Octets octets && octets.length() > 0) {
            return Match.exact(flipped(octets));
        }
        return new Match.Not(exact);
    }

    private static Octets flipped(Octets octets) {
        byte[] bytes = octets.toArray();
        bytes[bytes.length - 1] ^= 1;
        return Octets.of(bytes);
    }

    /** The next errno that has a name. */
    static Errno of(Errno errno) {
        List<Errno> all = Errno.names().stream()
                .flatMap(name -> Errno.named(name).stream())
                .distinct()
                .toList();
        return all.get((all.indexOf(errno) + 1) % all.size());
    }
}
