package io.chatsphere.adapter.http.web;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.ReferenceTypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.ReferenceType;
import java.io.Serial;
import java.util.Optional;

/**
 * Reads an {@link Optional}. Unlike Jackson's own, it tells a field that is left out from one that is {@code null}: as an
 * {@code Optional<Optional<T>>} the former is empty, and the latter holds an empty one. As an {@code Optional<T>} both are
 * empty.
 */
final class OptionalReader extends ReferenceTypeDeserializer<Optional<?>> {
    @Serial
    private static final long serialVersionUID = 1L;

    private OptionalReader(
            JavaType type, ValueInstantiator instantiator, TypeDeserializer typeReader, JsonDeserializer<?> reader) {
        super(type, instantiator, typeReader, reader);
    }

    /** Reads every {@code Optional}. */
    static final class Finder extends Deserializers.Base {
        @Override
        public JsonDeserializer<?> findReferenceDeserializer(
                ReferenceType type,
                DeserializationConfig config,
                BeanDescription description,
                TypeDeserializer typeReader,
                JsonDeserializer<?> reader) {
            return type.hasRawClass(Optional.class) ? new OptionalReader(type, null, typeReader, reader) : null;
        }
    }

    @Override
    public OptionalReader withResolved(TypeDeserializer typeReader, JsonDeserializer<?> reader) {
        return new OptionalReader(_fullType, _valueInstantiator, typeReader, reader);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Optional.empty();
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext context) throws JsonMappingException {
        return Optional.ofNullable(_valueDeserializer.getNullValue(context));
    }

    @Override
    public Optional<?> referenceValue(Object contents) {
        return Optional.ofNullable(contents);
    }

    @Override
    public Object getReferenced(Optional<?> reference) {
        return reference.orElse(null);
    }

    @Override
    public Optional<?> updateReference(Optional<?> reference, Object contents) {
        return Optional.ofNullable(contents);
    }
}
