package io.chatsphere.application.delivery;

import static java.util.stream.Collectors.joining;

import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Loads the application's classes and the simulation anew, some of them with mistakes, so that each mutant runs beside the right
 * classes and leaves nothing behind. Compiles in memory.
 */
final class MutantLoader extends ClassLoader {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final String OWN = "io.chatsphere.application.";

    private final Map<String, ByteArrayOutputStream> compiled = new HashMap<>();

    /** The classes as they are. */
    MutantLoader() {
        super(MutantLoader.class.getClassLoader());
    }

    /** The classes with this mistake. */
    MutantLoader(Mutant mutant) {
        this();
        compile(mutant.type(), mutant.plantIn(read(Path.of(mutant.source()))));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = compiled.containsKey(name) ? compiled.get(name).toByteArray() : original(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] original(String name) throws ClassNotFoundException {
        try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (stream == null) {
                throw new ClassNotFoundException(name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(String type, String source) {
        StringWriter complaints = new StringWriter();
        StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null);
        List<String> options = List.of("-proc:none", "-nowarn", "-classpath", classPath());
        boolean done = COMPILER.getTask(
                        complaints, new Memory(files), null, options, null, List.of(new Source(type, source)))
                .call();
        if (!done) {
            throw new IllegalStateException("a mutant does not compile: " + complaints);
        }
    }

    private static String classPath() {
        return Stream.of(Delivery.class, Simulation.class, Storage.class, TestChat.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .collect(joining(System.getProperty("path.separator")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String type, String text) {
            super(URI.create("memory:///" + type.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what the compiler makes. */
    private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + type + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return compiled.computeIfAbsent(type, same -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
