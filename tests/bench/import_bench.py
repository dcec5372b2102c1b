"""import [FOLDER] [--peers]: loads a folder of PDFs into a new library, then the same folder again."""
import json
import shutil
from pathlib import Path

import measure
import peers
from generated import text_pdfs


def load(bench, library, folder):
    run = measure.run([bench.bin / 'mess-library', '--library', library, '--json', 'add', folder], check=(0, 1))
    return run, json.loads(run['out'])


def size_of(folder):
    return sum(file.stat().st_size for file in Path(folder).rglob('*') if file.is_file())


def measure_import(bench, folder=None, documents=200, with_peers=False):
    folder = Path(folder) if folder else text_pdfs(bench.work / 'generated', documents, 20)
    library = bench.work / 'import-library'
    shutil.rmtree(library, ignore_errors=True)
    bench.warm(folder)
    first, report = load(bench, library, folder)
    seconds, pages = first['wall_s'], report['pages']
    out = {'files': len(report['files']), 'documents': report['added'], 'refused': report['refused'], 'pages': pages,
           'wall_s': round(seconds, 2), 'cpu_s': round(first['cpu_s'], 2), 'pages_per_s': round(pages / seconds, 1),
           'pages_per_cpu_s': round(pages / max(first['cpu_s'], 1e-9), 1), 'peak_memory_mb': round(first['peak_mb'], 1),
           'library_mb': round(size_of(library) / 1e6, 1), 'index_mb': round(size_of(library / 'index') / 1e6, 1)}
    for name, size in first['peak_mb_by_process'].items():
        out[f'peak_memory_mb_{name}'] = size
    again, second = load(bench, library, folder)
    assert second['added'] == 0, 'the same folder again added documents'
    out['again_s'] = round(again['wall_s'], 3)
    if with_peers:
        for name, run in peers.indexers(bench.work, folder):
            out[f'{name}_wall_s'], out[f'{name}_cpu_s'] = round(run['wall_s'], 2), round(run['cpu_s'], 2)
            out[f'{name}_peak_memory_mb'] = round(run['peak_mb'], 1)
            out[f'pages_per_s_vs_{name}'] = round(run['wall_s'] / seconds, 2)
    if not bench.keep:
        shutil.rmtree(library)
    return out
