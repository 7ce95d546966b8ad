# Cablegraph for docker-compose.yml; Neo4j runs in its own container, so this one needs no Java at work.
FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app

COPY pyproject.toml constraints.txt README.md LICENSE cablegraph.py ./
COPY cypher cypher
COPY explorer explorer
COPY loader loader
COPY sample sample
RUN pip install -c constraints.txt . && useradd --system --uid 10001 --home-dir /tmp cablegraph

USER cablegraph
EXPOSE 8050
ENTRYPOINT ["cablegraph"]
CMD ["explore", "--host", "0.0.0.0"]
