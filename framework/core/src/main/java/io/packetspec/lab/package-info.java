/** Labs: hosts in network namespaces of their own, links between them, and wires in the hands of a spec. */
@NullMarked
package io.packetspec.lab;

import org.jspecify.annotations.NullMarked;
