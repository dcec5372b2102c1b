"""scale [--pages N]: a library of N generated pages, indexed and asked by the product's own layers, and what that costs.

The pages are written from the words of real texts in four languages: the retrieval sets beside the project when they are
there, else the project's own texts (thesaurus, guide, demonstration). Documents have 10 to 50 pages of some 300 words."""
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import measure

LANGUAGES = ('fr', 'ar', 'es', 'en')
SETS = {'fr-piaf': 'fr', 'ar-arcd': 'ar', 'es-squad': 'es', 'en-cisi': 'en', 'fr-ar-code-du-travail': None}
BARS = {'query_p95_ms': 50, 'query_p99_ms': 120, 'index_kb_a_page': 4.5, 'index_peak_mb': 1000, 'ask_peak_mb': 1000}


def texts_of_sets(retrieval, texts):
    for name, language in SETS.items():
        for line in (retrieval / name / 'docs.tsv').read_text(encoding='utf8').splitlines():
            fields = line.split('\t')
            texts[language or fields[1]].append(fields[-1])


def texts_of_project(root, texts):
    labels = re.compile(r'^(fr|ar|es|en)\s*=\s*(.*)', re.M)
    for file in sorted((root / 'assets/thesaurus').glob('*.toml')):
        for language, names in labels.findall(file.read_text(encoding='utf8')):
            texts[language] += re.findall(r'"([^"]*)"', names)
    for language in LANGUAGES:
        for file in sorted((root / 'assets/content' / language).rglob('*.*')):
            texts[language].append(file.read_text(encoding='utf8'))
    texts['fr'] += [file.read_text(encoding='utf8') for file in sorted((root / 'assets/demo').glob('*.md'))]


def write_texts(root, folder):
    """Writes fr.txt … to `folder`; returns where the words come from."""
    texts = {language: [] for language in LANGUAGES}
    retrieval = root.parent / 'shared/retrieval'
    real = all((retrieval / name / 'docs.tsv').exists() for name in SETS)
    if real:
        texts_of_sets(retrieval, texts)
    else:
        texts_of_project(root, texts)
    folder.mkdir(parents=True, exist_ok=True)
    for language, parts in texts.items():
        (folder / f'{language}.txt').write_text('\n'.join(parts), encoding='utf8')
    return 'retrieval sets' if real else "the project's own texts"


def size_of(folder):
    return sum(file.stat().st_size for file in folder.rglob('*') if file.is_file())


def measure_scale(bench, pages, queries, seed=1):
    root = bench.here.parents[1]
    subprocess.run(['cmake', '--build', bench.bin.parent, '--target', 'mess-scale'], check=True, stdout=sys.stderr)
    program, library, texts = bench.bin / 'mess-scale', bench.work / f'scale-{pages}', bench.work / 'scale-texts'
    source = write_texts(root, texts)
    out = {'words_from': source}
    if not (library / 'index').exists():
        shutil.rmtree(library, ignore_errors=True)
        out['write_s'] = round(measure.run([program, 'write', library, texts, str(pages), str(seed)])['wall_s'], 1)
    built = measure.run([program, 'index', library])
    report = json.loads(built['out'])
    out |= {'documents': report['documents'], 'pages': report['pages'], 'index_s': round(report['seconds'], 1),
            'index_pages_a_s': round(report['pages'] / report['seconds']), 'index_cpu_s': round(built['cpu_s'], 1),
            'index_peak_mb': round(built['peak_mb']),
            'index_kb_a_page': round(size_of(library / 'index') / 1000 / report['pages'], 2),
            'catalogue_kb_a_page': round(size_of(library) / 1000 / report['pages'], 2)}
    out['catalogue_kb_a_page'] = round(out['catalogue_kb_a_page'] - out['index_kb_a_page'], 2)
    asked = measure.run([program, 'ask', library, texts, str(queries), str(seed + 1)])
    answers = [json.loads(line) for line in asked['out'].decode('utf8').splitlines()]
    (bench.work / f'scale-{pages}.jsonl').write_bytes(asked['out'])
    times = lambda kind, clock='ms': [a[clock] for a in answers if a['kind'] == kind]
    out['first_query_ms'] = round(times('first')[0], 1)
    for kind in ('query', 'prefix', 'suggest'):
        out |= bench.ms(kind, times(kind)) | bench.ms(kind + '_cpu', times(kind, 'cpu_ms'))
    out |= {'queries_with_results': sum(a['total'] > 0 for a in answers if a['kind'] == 'query'),
            'ask_peak_mb': round(asked['peak_mb'])}
    out['bars_missed'] = ' '.join(key for key, bar in BARS.items() if out[key] > bar) or 'none'
    if not bench.keep:
        shutil.rmtree(library)
    return out
