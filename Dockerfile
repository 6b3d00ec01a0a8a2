# Candour as an image: docker build -t candour . – see docs/deployment.md. The first stage builds; the second has what serves,
# about 150 MB beside Node, and neither a package manager's cache nor a compiler. Debian, as the drawing of papers needs glibc.
ARG NODE=24-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json ./
COPY scripts/program scripts/program
COPY scripts/set-up scripts/set-up
RUN node -e "import('./scripts/set-up/install.mjs').then(({ installPackages }) => installPackages())"
COPY . .
RUN node scripts/image/gather.mjs /candour

FROM node:${NODE}
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    PORT=3000 \
    CANDOUR_HOST=0.0.0.0 \
    CANDOUR_DATA=/data
# What the server keeps without a setting: secrets of its own, where AUTH_SECRET and CANDOUR_PAGE_KEY are not given.
RUN mkdir /data && chown node:node /data
# Everything belongs to root: the server cannot change what it runs.
COPY --from=build /candour /candour
WORKDIR /candour
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
# Alive, not ready: a database that is away is no reason to kill what repeats its last pages. A balancer asks /readyz.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs"]
