# syntax=docker/dockerfile:1

# Dependencies and what is built from them. Node comes from the npm package that package.json pins.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npm run -s build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 PORRAS_DATA_DIR=/data
WORKDIR /app
# The data folder is used only where DATABASE_URL is not set: for a trial on one machine.
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=root:root /app /app
USER node
VOLUME /data
EXPOSE 3000
# Every role serves it: /healthz while the process lives, /readyz while its database and queue answer too.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals must reach Porras, which then ends its work in order.
ENTRYPOINT ["node", "/app/bin/porras.mjs"]
CMD ["start", "--role", "all"]
