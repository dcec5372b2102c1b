"""import [FOLDER] [--rounds N] [--peers]: loads a folder of PDFs into a new library, then the same folder again."""
import json
import shutil
import statistics
from pathlib import Path

import measure
import peers
from generated import text_pdfs


def load(bench, library, folder):
    run = measure.run([bench.bin / 'mess-library', '--library', library, '--json', 'add', folder], check=(0, 1))
    return run, json.loads(run['out'])


def median(runs, key):
    return statistics.median(run[key] for run in runs)


def size_of(folder):
    return sum(file.stat().st_size for file in Path(folder).rglob('*') if file.is_file())


def measure_import(bench, folder=None, documents=200, with_peers=False, rounds=1):
    """Our loading and each peer's by turns, so that a machine that grows slower or warmer does so for all: the median of each."""
    folder = Path(folder) if folder else text_pdfs(bench.work / 'generated', documents, 20)
    library = bench.work / 'import-library'
    bench.warm(folder)
    ours, theirs = [], {}
    for _ in range(rounds):
        shutil.rmtree(library, ignore_errors=True)
        first, report = load(bench, library, folder)
        ours.append(first)
        for name, run in peers.indexers(bench.work, folder) if with_peers else ():
            theirs.setdefault(name, []).append(run)
    seconds, cpu, pages = median(ours, 'wall_s'), median(ours, 'cpu_s'), report['pages']
    out = {'files': len(report['files']), 'documents': report['added'], 'refused': report['refused'], 'pages': pages,
           'wall_s': round(seconds, 2), 'cpu_s': round(cpu, 2), 'pages_per_s': round(pages / seconds, 1),
           'pages_per_cpu_s': round(pages / max(cpu, 1e-9), 1),
           'peak_memory_mb': round(max(run['peak_mb'] for run in ours), 1),
           'library_mb': round(size_of(library) / 1e6, 1), 'index_mb': round(size_of(library / 'index') / 1e6, 1)}
    for name, size in first['peak_mb_by_process'].items():
        out[f'peak_memory_mb_{name}'] = size
    again, second = load(bench, library, folder)
    assert second['added'] == 0, 'the same folder again added documents'
    out['again_s'] = round(again['wall_s'], 3)
    if rounds > 1:
        out['wall_s_each_round'] = [round(run['wall_s'], 1) for run in ours]
    for name, runs in theirs.items():
        wall = median(runs, 'wall_s')
        out[f'{name}_wall_s'], out[f'{name}_cpu_s'] = round(wall, 2), round(median(runs, 'cpu_s'), 2)
        out[f'{name}_peak_memory_mb'] = round(max(run['peak_mb'] for run in runs), 1)
        out[f'pages_per_s_vs_{name}'] = round(wall / seconds, 2)
        if rounds > 1:
            out[f'{name}_wall_s_each_round'] = [round(run['wall_s'], 1) for run in runs]
    if not bench.keep:
        shutil.rmtree(library)
    return out
