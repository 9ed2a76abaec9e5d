/** What Linux calls things: errno names, constants, socket options, structs. Names, numbers and places only, no call. */
@NullMarked
package io.packetspec.abi;

import org.jspecify.annotations.NullMarked;
