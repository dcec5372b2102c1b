"""screens [LIBRARY]: what the results of an Arabic query cost to draw, what a still screen draws, letters while the
machine loads documents on every core, and memory while a visitor goes from screen to screen."""
import contextlib
import json
import os
import shutil
import subprocess

import measure
from generated import text_pdfs
from search_bench import typing


def lines_of(run):
    return [json.loads(line) for line in run['out'].splitlines()]


def values(lines, name):
    return [line[name] for line in lines if name in line]


@contextlib.contextmanager
def loading(bench):
    """One mess-library a core that adds the same documents to a library of its own, again and again."""
    folder = text_pdfs(bench.work / 'load', 100, 20)
    script = 'while true; do rm -rf "$1"; "$0" --library "$1" add --quiet "$2" > /dev/null; done'
    libraries = [bench.work / f'load-{core}' for core in range(os.cpu_count())]
    loads = [subprocess.Popen(['bash', '-c', script, bench.bin / 'mess-library', library, folder], start_new_session=True)
             for library in libraries]
    try:
        yield
    finally:
        for load in loads:
            os.killpg(load.pid, 15)
            load.wait()
        for library in libraries:
            shutil.rmtree(library, ignore_errors=True)


def measure_screens(bench, library=None, changes=10000):
    library = bench.library(library)
    frames = lines_of(measure.run([bench.bin / 'mess-bench', 'frames', library, '300']))
    out = {**bench.ms('results_draw', values(frames, 'draw_ms')), **bench.ms('results_frame', values(frames, 'frame_ms')),
           'still_frames': values(frames, 'still_frames')[0]}
    with loading(bench):
        echo = typing(bench, library, bench.here / 'queries.txt')
    out |= {f'loaded_{key}': value for key, value in echo.items() if key.startswith('key_to_letter')}
    journey = lines_of(measure.run([bench.bin / 'mess-bench', 'screens', library, str(changes)]))
    memory = values(journey, 'memory_mb')
    return {**out, **bench.ms('draw', values(journey, 'draw_ms')), 'screen_changes': changes,
            'memory_first_mb': round(memory[0], 1), 'memory_last_mb': round(memory[-1], 1),
            'memory_growth': round(memory[-1] / memory[0], 3)}
