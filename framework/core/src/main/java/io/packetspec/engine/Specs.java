package io.packetspec.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Makes a class the entry to spec files, for build tools that select classes only. The class itself stays empty; name
 * it so that the tool takes it for a test.
 *
 * <pre>{@code
 * @Specs("tcp")
 * final class TcpTest {}
 * }</pre>
 */
@Documented
@Testable
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Specs {
    /**
     * Folders or files below the class path root that holds the class, all of that root if left out. One in which no
     * spec is found is a failure.
     */
    String[] value() default "";
}
