# The server as an image: docker build -t chatsphere-backend . && docker run -p 8000:8000 -v chatsphere:/data chatsphere-backend
# Without DATABASE_URL it keeps its own PostgreSQL in /data. Other base images: --build-arg JDK=… --build-arg JRE=…
ARG JDK=eclipse-temurin:25-jdk
ARG JRE=eclipse-temurin:25-jre

FROM ${JDK} AS build
WORKDIR /src
COPY . .
RUN sh ./mvnw -q -B -ntp -DskipTests -Dspotless.check.skip=true package

FROM ${JRE} AS server
RUN groupadd --gid 10001 chatsphere \
 && useradd --uid 10001 --gid chatsphere --no-create-home --home-dir /data --shell /usr/sbin/nologin chatsphere \
 && install -d -o chatsphere -g chatsphere -m 0700 /data
COPY chatsphere deploy/healthcheck /opt/chatsphere/
COPY --from=build /src/bootstrap/target/chatsphere.jar /opt/chatsphere/

# The script's first call records a start beside the jar, on the Java that will run it. PostgreSQL does not run as root.
FROM server AS recorded
RUN chown chatsphere /opt/chatsphere
USER chatsphere
RUN /opt/chatsphere/chatsphere --version

FROM server
COPY --from=recorded /opt/chatsphere/chatsphere /opt/chatsphere/*.aot /opt/chatsphere/
USER chatsphere
# The settings are read from the environment, and from a file .env in the folder where the server starts.
WORKDIR /data
ENV HOST=0.0.0.0 PORT=8000 DATA_DIR=/data CHATSPHERE_JAVA_OPTS="-XX:MaxRAMPercentage=70"
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["bash", "/opt/chatsphere/healthcheck"]
# The server is the first process, so that docker stop reaches it; it needs at most ten seconds to end.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/chatsphere/chatsphere"]
