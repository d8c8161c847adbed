// Reads a log that Parley wrote by the libraries of the Go project, and signs its checkpoint by a key of its own.
package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type found struct {
	Size int64
	Root string
	// Lower-case hexadecimal, in the order of the log.
	Entries []string
	// The inclusion proof of each entry, and the proof that the tree extends that of the entries up to it.
	Paths, Extends [][]string
	// The same text, signed here.
	Note, Key string
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

// Files of a log at the paths of tlog-tiles.
type files struct{ folder string }

func (files) Height() int { return 8 }

func (files) SaveTiles([]tlog.Tile, [][]byte) {}

func (from files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	all := [][]byte{}
	for _, tile := range tiles {
		path := strings.TrimPrefix(tile.Path(), "tile/8/")
		path = strings.Replace(path, "data/", "entries/", 1)
		data, err := os.ReadFile(filepath.Join(from.folder, "tile", path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func main() {
	folder, key := os.Args[1], os.Args[2]
	verifier := must(note.NewVerifier(key))
	checkpoint := must(os.ReadFile(filepath.Join(folder, "checkpoint")))
	opened := must(note.Open(checkpoint, note.VerifierList(verifier)))
	lines := strings.Split(opened.Text, "\n")
	var size int64
	must(fmt.Sscan(lines[1], &size))
	tree := tlog.Tree{N: size, Hash: must(tlog.ParseHash(lines[2]))}
	hashes := tlog.TileHashReader(tree, files{folder})
	result := found{Size: size, Root: lines[2]}
	for n := int64(0); n < size; n++ {
		entry := entryAt(folder, n, size)
		proof := must(tlog.ProveRecord(size, n, hashes))
		if err := tlog.CheckRecord(proof, size, tree.Hash, n, tlog.RecordHash(entry)); err != nil {
			log.Fatal(err)
		}
		result.Entries = append(result.Entries, fmt.Sprintf("%x", entry))
		result.Paths = append(result.Paths, texts(proof))
		result.Extends = append(result.Extends, texts(must(tlog.ProveTree(size, n+1, hashes))))
	}
	secret, public, err := note.GenerateKey(nil, "go.example/log")
	if err != nil {
		log.Fatal(err)
	}
	signer := must(note.NewSigner(secret))
	result.Note, result.Key = string(must(note.Sign(&note.Note{Text: opened.Text}, signer))), public
	if err := json.NewEncoder(os.Stdout).Encode(result); err != nil {
		log.Fatal(err)
	}
}

func entryAt(folder string, n, size int64) []byte {
	width := int(min(256, size-n/256*256))
	bundle := must(files{folder}.ReadTiles([]tlog.Tile{{H: 8, L: -1, N: n / 256, W: width}}))[0]
	for at := n / 256 * 256; ; at++ {
		length := int(binary.BigEndian.Uint16(bundle))
		if at == n {
			return bytes.Clone(bundle[2 : 2+length])
		}
		bundle = bundle[2+length:]
	}
}

func texts[Proof ~[]tlog.Hash](hashes Proof) []string {
	all := []string{}
	for _, hash := range hashes {
		all = append(all, hash.String())
	}
	return all
}
