/** Values between the model and the memory of a system call: numbers, structs, socket addresses, control messages. */
@NullMarked
package io.packetspec.run.memory;

import org.jspecify.annotations.NullMarked;
