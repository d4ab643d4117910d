# The commands of the project. `make demo` and `make test` need Python 3.11, make and git; they set up the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: setup demo test lint types layers bench train ablation lock snapshot docs clean

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Détente needs Python 3.11 or newer: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(STAMP)

demo: setup
	$(BIN)/python examples/demo.py

test: lint types layers
	$(BIN)/pytest -n auto

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/million.py

# Trains the relation model from training/corpus: under two hours on two cores. Writes the model and its card.
train: $(VENV)-train/.ready
	$(VENV)-train/bin/python -m detente.training.train

$(VENV)-train/.ready: requirements.lock training/requirements.txt
	test -x $(VENV)-train/bin/python || $(PYTHON) -m venv $(VENV)-train
	$(VENV)-train/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(VENV)-train/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	$(VENV)-train/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# What each part of the relation reader adds, on the development part and, where it is there, on ../shared/data.
ablation: setup
	$(BIN)/python benchmarks/ablation.py

# Writes the claims that the examples must give; look at the diff before committing it.
snapshot: setup
	$(BIN)/python examples/snapshot.py

# Measures the figures, draws the picture and writes what the pages show from real runs; look at the diff.
docs: setup
	$(BIN)/python docs/figures.py
	$(BIN)/python docs/picture.py
	$(BIN)/python docs/regenerate.py

# Resolves the dependencies anew; needs uv.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) $(VENV)-train .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
