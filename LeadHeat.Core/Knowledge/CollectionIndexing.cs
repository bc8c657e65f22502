using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Knowledge;

/// <summary>Whether a collection can be searched by meaning: ready; while documents wait for vectors; or not, because what it keeps is another embedder's.</summary>
[JsonConverter(typeof(WireEnumConverter<IndexingState>))]
public enum IndexingState { Ready, Indexing, Mismatch }

/// <summary>How far a collection is indexed.</summary>
/// <param name="Embedder"><c>local</c>, or the hosted model whose vectors it keeps.</param>
/// <param name="Dimensions">How many numbers each of its vectors has.</param>
/// <param name="Documents">How many documents it has.</param>
/// <param name="Indexed">How many of them have their vectors.</param>
/// <param name="Problem">What is wrong and what to do; null when nothing is.</param>
public sealed record CollectionIndexing(string Collection, string Embedder, int Dimensions, int Documents, int Indexed, IndexingState State, string? Problem);
